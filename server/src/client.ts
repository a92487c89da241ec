import {type InitializeParams, MarkupKind} from 'vscode-languageserver'
import type {InitializationOptions} from './protocol.ts'

/** What the client can do, asked once. */
export interface Client {
  readonly options: InitializationOptions
  readonly configuration: boolean
  readonly configurationRegistration: boolean
  readonly workspaceFolders: boolean
  readonly watchedFiles: boolean
  readonly progress: boolean
  readonly pullDiagnostics: boolean
  /** Whether diagnostics can be registered when it is known if the whole workspace is wanted. */
  readonly diagnosticsRegistration: boolean
  readonly relatedInformation: boolean
  readonly codeDescription: boolean
  readonly snippetEdits: boolean
  readonly documentChanges: boolean
  readonly changeAnnotations: boolean
  readonly codeActionLiterals: boolean
  readonly completionSnippets: boolean
  readonly hierarchicalSymbols: boolean
  readonly markdownHover: boolean
  readonly refresh: {
    readonly diagnostics: boolean
    readonly inlayHints: boolean
    readonly codeLenses: boolean
    readonly semanticTokens: boolean
    readonly foldingRanges: boolean
  }
}

export function readClient({
  capabilities: {workspace, textDocument, window},
  initializationOptions,
}: InitializeParams): Client {
  return {
    options: readOptions(initializationOptions),
    configuration: workspace?.configuration ?? false,
    configurationRegistration: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    workspaceFolders: workspace?.workspaceFolders ?? false,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    progress: window?.workDoneProgress ?? false,
    pullDiagnostics: Boolean(textDocument?.diagnostic),
    diagnosticsRegistration: textDocument?.diagnostic?.dynamicRegistration ?? false,
    relatedInformation:
      textDocument?.diagnostic?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation ?? false,
    codeDescription:
      textDocument?.diagnostic?.codeDescriptionSupport ??
      textDocument?.publishDiagnostics?.codeDescriptionSupport ??
      false,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport ?? false,
    documentChanges: workspace?.workspaceEdit?.documentChanges ?? false,
    changeAnnotations:
      Boolean(workspace?.workspaceEdit?.changeAnnotationSupport) &&
      (workspace?.workspaceEdit?.documentChanges ?? false),
    codeActionLiterals: Boolean(textDocument?.codeAction?.codeActionLiteralSupport),
    completionSnippets: textDocument?.completion?.completionItem?.snippetSupport ?? false,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    markdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false,
    refresh: {
      diagnostics: workspace?.diagnostics?.refreshSupport ?? false,
      inlayHints: workspace?.inlayHint?.refreshSupport ?? false,
      codeLenses: workspace?.codeLens?.refreshSupport ?? false,
      semanticTokens: workspace?.semanticTokens?.refreshSupport ?? false,
      foldingRanges: workspace?.foldingRange?.refreshSupport ?? false,
    },
  }
}

/** Other editors pass what their users wrote; anything may stand there. */
const readOptions = (value: unknown): InitializationOptions =>
  typeof value === 'object' && value !== null ? (value as InitializationOptions) : {}
