// Loaded into a measured process: when it ends, it writes the processor time it has used, in microseconds,
// to the file that BENCH_CPU_FILE names.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env.BENCH_CPU_FILE, String(user + system));
});
