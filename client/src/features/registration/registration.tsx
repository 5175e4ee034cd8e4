import type { RegistrationMode } from '@trailpass/shared'
import { type ComponentProps, useEffect } from 'react'
import { openPage } from '../../platform/navigation'
import { RegistrationSheet } from './registration-sheet'

interface RegistrationProps extends ComponentProps<typeof RegistrationSheet> {
  /** Configured by the operator; defaults to the sheet until known. */
  mode: RegistrationMode | undefined
}

/** Registration as configured by the operator: a sheet over the page, or the web client's page in a web-view. */
export function Registration({ mode, ...sheet }: RegistrationProps) {
  const { termsTicked, onClose } = sheet
  const onWeb = process.env.TARO_ENV !== 'h5' && mode === 'web'

  useEffect(() => {
    if (!onWeb) return
    openPage(`/pages/web-view/index${termsTicked ? '?terms=ticked' : ''}`)
    onClose()
  }, [onWeb, termsTicked, onClose])

  return onWeb ? null : <RegistrationSheet {...sheet} />
}
