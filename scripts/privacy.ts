import { ensureBuilt } from './build/ensure-built.ts'
import { currentDeclaration, isRight, write } from './privacy/declaration-files.ts'

await ensureBuilt('weapp')
const { files, faults } = currentDeclaration()
for (const file of files) {
  const wasRight = isRight(file)
  if (!wasRight) write(file)
  console.log(`${wasRight ? 'right  ' : 'written'} ${file.path}`)
}
for (const fault of faults) console.error(fault)
process.exitCode = faults.length > 0 ? 1 : 0
