/** A piece that this machine cannot get. Its message is for the person at the terminal; a stack would say nothing more. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
}

/** Says what is being done, says every ten seconds that it still is, and says how long it took. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const start = Date.now()
  const seconds = () => ((Date.now() - start) / 1000).toFixed(1)
  console.log(`· ${title} …`)
  const heartbeat = setInterval(() => console.log(`  … still at it after ${seconds()} s`), 10_000)
  try {
    const result = await work()
    console.log(`  done in ${seconds()} s`)
    return result
  } finally {
    clearInterval(heartbeat)
  }
}
