import { expect, it, vi } from 'vitest'
import { draw, press } from '../../test/draw'
import { ErrorBoundary } from './error-boundary'

it('says that a page did not open, and draws it again when asked', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  let broken = true
  const Page = () => {
    if (broken) throw new Error('a fault in drawing')
    return <p>步道</p>
  }
  draw(
    <ErrorBoundary>
      <Page />
    </ErrorBoundary>,
  )
  expect(document.body.textContent).toContain('这一页没有打开，重新试试吧')
  broken = false
  await press('reopen')
  expect(document.body.textContent).toBe('步道')
  vi.restoreAllMocks()
})
