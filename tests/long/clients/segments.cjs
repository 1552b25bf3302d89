// Reads texts as JSON, one a line, and writes what another calculator makes of each.
const { split } = require('split-sms');
const lines = require('fs').readFileSync(0, 'utf8').split('\n').filter(Boolean);
for (const line of lines) {
  const found = split(JSON.parse(line));
  console.log(JSON.stringify([found.characterSet, found.parts.length]));
}
