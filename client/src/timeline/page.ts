import * as vscode from 'vscode'

/** The page of the preview: no inline script or style, nothing from outside the extension, no network. */
export function pageHtml(webview: vscode.Webview, folder: vscode.Uri): string {
  const nonce = randomText()
  const address = (file: string): vscode.Uri => webview.asWebviewUri(vscode.Uri.joinPath(folder, file))
  const policy = [
    `default-src 'none'`,
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    // For the PNG: the picture is drawn from a text that the page holds.
    `img-src blob:`,
  ].join('; ')
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address('timeline.css')}">
<title>Timeline</title>
</head>
<body>
<main id="page"></main>
<script nonce="${nonce}" src="${address('timeline.js')}"></script>
</body>
</html>`
}

function randomText(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
