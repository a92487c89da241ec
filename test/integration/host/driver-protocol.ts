/** What the suite may ask of the window. `frame`: a selector by which the webview is known; without it, the workbench. */
export type DriverRequest =
  | {action: 'screenshot'; name: string; width?: number; height?: number}
  | {action: 'resize'; width: number; height: number}
  | {
      action: 'emulate'
      media: {
        colorScheme?: 'dark' | 'light'
        reducedMotion?: 'reduce' | 'no-preference'
        forcedColors?: 'active' | 'none'
      }
    }
  | {action: 'press'; keys: readonly string[]}
  | {action: 'type'; text: string}
  | {action: 'click' | 'hover' | 'texts'; selector: string; frame?: string}
  | {action: 'waitFor'; selector: string; state?: 'visible' | 'hidden' | 'attached' | 'detached'; frame?: string}
  | {action: 'print'; text: string}
  | {action: 'evaluate'; expression: string; frame?: string}

export type DriverResponse = {result?: unknown; error?: string}

/** The setting that holds the driver's address: a worker has no environment variables. Not set where nothing drives the window. */
export const DRIVER_SETTING = 'postmortemTest.driver'
