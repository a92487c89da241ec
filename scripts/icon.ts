import fs from 'node:fs'
import {launchBrowser} from '../test/integration/host/browser.ts'

// npm run icon: media/icon.svg, drawn by a browser, becomes the PNG that the Marketplace wants.

const SIZE = 256
const svg = fs.readFileSync('media/icon.svg', 'utf8')
const browser = await launchBrowser()
try {
  const page = await browser.newPage({viewport: {width: SIZE, height: SIZE}})
  await page.setContent(`<style>body{margin:0} svg{display:block;width:${SIZE}px;height:${SIZE}px}</style>${svg}`)
  fs.writeFileSync('media/icon.png', await page.screenshot({omitBackground: true}))
} finally {
  await browser.close()
}
