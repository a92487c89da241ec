// Mocha loads its reporters with require().
module.exports = require('./reporter.ts').CountsReporter
