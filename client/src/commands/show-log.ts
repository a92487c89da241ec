import type {Command} from './command.ts'

export const showLog: Command = {
  id: 'postmortem.showLog',
  execute: ({server}) => server.log.show(),
}
