import '../../server/src/node/main.ts'
