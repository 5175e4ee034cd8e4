import { Component, type ReactNode } from 'react'
import { t } from '../messages'
import { EmptyState } from './empty-state'

/** Shows an error and a retry button if a page fails to render. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    const again = { id: 'reopen', label: t('crash.again'), onPress: () => this.setState({ failed: false }) }
    return <EmptyState text={t('crash.text')} action={again} />
  }
}
