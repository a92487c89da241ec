import type {ServerContext} from '../feature.ts'
import type {ServerRequests} from '../protocol.ts'

/** Answers a request of our own protocol. After an error the answer is `harmless`. */
export function onRequest<Method extends keyof ServerRequests>(
  {connection, guard}: ServerContext,
  method: Method,
  handle: (
    params: ServerRequests[Method]['params'],
  ) => ServerRequests[Method]['result'] | Promise<ServerRequests[Method]['result']>,
  ...[harmless]: null extends ServerRequests[Method]['result'] ? [] : [ServerRequests[Method]['result']]
): void {
  const fallback = (harmless ?? null) as ServerRequests[Method]['result']
  connection.onRequest(
    method,
    guard.request<ServerRequests[Method]['params'], ServerRequests[Method]['result']>(method, () => fallback, handle),
  )
}
