// Loaded before a contestant (`node --import`): says over its IPC channel what the process has used so far.
process.on('message', (question) => {
  if (question !== 'usage') return
  const { user, system } = process.cpuUsage()
  process.send({
    cpuMicros: user + system,
    rssBytes: process.memoryUsage.rss(),
    handles: process.getActiveResourcesInfo().length,
  })
})
// A parent that is gone asks nothing more, and its contestants go with it.
process.on('disconnect', () => process.exit(0))
