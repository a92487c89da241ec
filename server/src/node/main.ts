import {createConnection, ProposedFeatures} from 'vscode-languageserver/node'
import {startServer} from '../server.ts'
import {nodeEnvironment} from './environment.ts'

// Which transport it is stands in the arguments: --stdio, --node-ipc, --socket=, --pipe=.
startServer(createConnection(ProposedFeatures.all), nodeEnvironment())
