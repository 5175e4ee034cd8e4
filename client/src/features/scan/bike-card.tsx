import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { FaultText } from '../../components/fault-text'
import { Heading } from '../../components/heading'
import { Skeleton } from '../../components/skeleton'
import { t, wordsFor } from '../../messages'
import styles from './bike-card.module.css'
import { useScan } from './use-scan'

interface BikeCardProps {
  /** Scanning is the one thing to do next. */
  mayRide: boolean
  starting: boolean
  onStart: () => void
  /** Absent where the platform has no scanner. */
  onScan?: (() => void) | undefined
  /** Only for people who signed out: shown before the ride and before retrying. */
  onSignIn?: (() => void) | undefined
  /** The terms to accept before the ride can start. */
  children?: ReactNode
}

/** The scanned bike, and its next action. The ride never starts automatically. */
export function BikeCard({ mayRide, starting, onStart, onScan, onSignIn, children }: BikeCardProps) {
  const scan = useScan((state) => state.scan)

  if (scan.kind === 'fault') return <ScanFault onScan={onScan} onSignIn={onSignIn} />
  if (scan.kind === 'none') {
    return (
      <Card id="bike-card">
        <View className={styles.row}>
          <BikeWords title={t('scan.title')} text={onScan ? t('scan.hint') : t('scan.hint_camera')} />
          {onScan && (
            <Button id="scan" tone={mayRide ? 'primary' : 'quiet'} onClick={onScan}>
              {t('scan.scan')}
            </Button>
          )}
        </View>
      </Card>
    )
  }

  const { device, fault } =
    scan.kind === 'ready' ? { ...scan.intent, fault: scan.fault } : { device: null, fault: null }
  return (
    <Card id="bike-card">
      <View className={styles.row}>
        <BikeWords
          title={device ? t('scan.bike', { number: device.number }) : t('scan.reading')}
          text={device?.trailName ?? <Skeleton ems={5} />}
        />
        {onSignIn ? (
          <SignIn onSignIn={onSignIn} />
        ) : (
          <Button id="start-ride" busy={starting || device === null} onClick={onStart}>
            {t('scan.start')}
          </Button>
        )}
      </View>
      {children}
      {fault && <FaultText id="bike-fault">{wordsFor(fault)}</FaultText>}
    </Card>
  )
}

function SignIn({ onSignIn }: { onSignIn: () => void }) {
  return (
    <Button id="bike-sign-in" onClick={onSignIn}>
      {t('banner.sign_in')}
    </Button>
  )
}

function BikeWords({ title, text }: { title: string; text: ReactNode }) {
  return (
    <View className={styles.words}>
      <Heading id="bike" className={styles.title}>
        {title}
      </Heading>
      <View className={styles.text}>{text}</View>
    </View>
  )
}

/** The problem with the bike or its code, and what to do. */
function ScanFault({ onScan, onSignIn }: Pick<BikeCardProps, 'onScan' | 'onSignIn'>) {
  const scan = useScan((state) => state.scan)
  const resume = useScan((state) => state.resume)
  const drop = useScan((state) => state.drop)
  if (scan.kind !== 'fault') return null

  const { fault, device, isFinal } = scan
  return (
    <Card id="bike-card">
      <FaultText id="bike-fault">{wordsFor(fault, device)}</FaultText>
      <View className={styles.actions}>
        <Button id="drop-scan" tone="quiet" onClick={drop}>
          {t('scan.dismiss')}
        </Button>
        {!isFinal && onSignIn && <SignIn onSignIn={onSignIn} />}
        {!isFinal && !onSignIn && (
          <Button id="retry-scan" onClick={resume}>
            {t('banner.retry')}
          </Button>
        )}
        {isFinal && onScan && (
          <Button id="scan" onClick={onScan}>
            {t('scan.again')}
          </Button>
        )}
      </View>
    </Card>
  )
}
