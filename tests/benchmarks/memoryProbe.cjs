'use strict';

// Loaded into the measured process with --require: writes what its memory did, when it ends.
const { writeFileSync } = require('node:fs');

const samples = [];
const sample = () => samples.push(Math.round(process.memoryUsage().rss / 1024));
const timer = setInterval(sample, 200);
timer.unref();

process.on('exit', () => {
  sample();
  const usage = process.resourceUsage();
  const target = process.env.MEMORY_PROBE_FILE;
  if (target)
    writeFileSync(
      target,
      JSON.stringify({
        peakKilobytes: usage.maxRSS,
        cpuSeconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
        samples,
      }),
    );
});
