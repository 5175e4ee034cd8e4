import type { Page } from 'playwright-core'

/** What a person could not read: text that leaves the screen or its button, is cut off, or lies on other text. */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const tolerancePx = 1.5
    const width = document.documentElement.clientWidth
    const scope = document.querySelector('[role="dialog"]') ?? document.body

    const isShown = (element: Element) => {
      const { visibility, opacity } = getComputedStyle(element)
      return visibility === 'visible' && opacity !== '0' && element.getClientRects().length > 0
    }
    /** What ends its words in an ellipsis, which is no fault: they take the room of their box and no more. */
    const shortened = (element: Element | null): Element | undefined => {
      if (element === null || element === scope) return
      const { overflowX, textOverflow, webkitLineClamp } = getComputedStyle(element)
      const isShortened = overflowX === 'hidden' && (textOverflow === 'ellipsis' || webkitLineClamp !== 'none')
      return shortened(element.parentElement) ?? (isShortened ? element : undefined)
    }
    const isFixed = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).position === 'fixed' || isFixed(element.parentElement))

    interface Line {
      words: string
      rect: DOMRect
      fixed: boolean
      parent: Element
    }
    const lines: Line[] = []
    const boxes = new Set<Element>()
    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const [words, parent] = [node.textContent?.trim() ?? '', node.parentElement]
      if (words === '' || parent === null || !isShown(parent)) continue
      const box = shortened(parent)
      if (box && boxes.has(box)) continue
      if (box) boxes.add(box)
      const range = document.createRange()
      range.selectNodeContents(node)
      const rects = box ? [box.getBoundingClientRect()] : range.getClientRects()
      for (const rect of rects) lines.push({ words, rect, fixed: isFixed(parent), parent })
    }

    for (const { words, rect, parent } of lines) {
      if (rect.left < -tolerancePx || rect.right > width + tolerancePx) faults.push(`leaves the screen: ${words}`)
      const button = parent.closest('button')?.getBoundingClientRect()
      const leaves =
        button !== undefined &&
        (rect.left < button.left - tolerancePx ||
          rect.right > button.right + tolerancePx ||
          rect.top < button.top - tolerancePx - rect.height / 4 ||
          rect.bottom > button.bottom + tolerancePx + rect.height / 4)
      if (leaves) faults.push(`leaves its button: ${words}`)
    }
    for (const element of scope.querySelectorAll<HTMLElement>('*')) {
      const { overflowX, overflowY } = getComputedStyle(element)
      if (!isShown(element) || element.textContent?.trim() === '' || shortened(element)) continue
      const isCut = overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1
      const isShort = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 2
      if (isCut || isShort) faults.push(`is cut off: ${element.textContent?.slice(0, 40)}`)
    }
    for (const [at, one] of lines.entries()) {
      for (const other of lines.slice(at + 1)) {
        if (one.fixed !== other.fixed) continue
        const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left)
        const down = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top)
        // Lines of one text share some leading.
        if (across > 2 && down > Math.min(one.rect.height, other.rect.height) / 3) {
          faults.push(`lies on other text: ${one.words} | ${other.words}`)
        }
      }
    }
    return [...new Set(faults)]
  })
}
