import type {Command} from './command.ts'

export const restartServer: Command = {
  id: 'postmortem.restartServer',
  execute: ({server}) => server.restart(),
}
