import type {DocumentUri} from 'vscode-languageserver'

/** The folder that a file or folder stands in, with a slash at the end; undefined at the root and for `untitled:`. */
export function parentOf(uri: DocumentUri): DocumentUri | undefined {
  const match = /^([a-z][\w+.-]*:\/\/[^/]*\/(?:.*\/)?)[^/]+\/?$/i.exec(uri)
  return match?.[1]
}

export const withSlash = (uri: DocumentUri): DocumentUri => (uri.endsWith('/') ? uri : `${uri}/`)

export const joinUri = (folder: DocumentUri, path: string): DocumentUri =>
  withSlash(folder) + path.split('/').map(encodeURIComponent).join('/')

export const schemeOf = (uri: DocumentUri): string => /^[a-z][\w+.-]*(?=:)/i.exec(uri)?.[0].toLowerCase() ?? ''

/** The path for a reader: decoded, without scheme and authority. */
export function pathOf(uri: DocumentUri): string {
  const path = uri.replace(/^[a-z][\w+.-]*:(?:\/\/[^/]*)?/i, '').replace(/[?#].*$/, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The innermost of the folders that holds the file. */
export function folderOf(uri: DocumentUri, folders: readonly DocumentUri[]): DocumentUri | undefined {
  return folders.filter((folder) => uri.startsWith(withSlash(folder))).sort((a, b) => b.length - a.length)[0]
}

/**
 * The path that recognition sees: from the workspace folder on, its own name included. What stands above the folder
 * says where a person keeps their work and nothing about the document.
 */
export function recognitionPath(uri: DocumentUri, folders: readonly DocumentUri[]): string | undefined {
  if (schemeOf(uri) === 'untitled') return undefined
  const folder = folderOf(uri, folders)
  const path = pathOf(uri)
  if (!folder) return path
  const base = pathOf(folder).replace(/\/$/, '')
  return base.slice(base.lastIndexOf('/') + 1) + path.slice(base.length)
}
