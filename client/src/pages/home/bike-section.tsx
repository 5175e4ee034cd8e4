import { decideBikePress, decideEntry } from '@trailpass/shared'
import { useState } from 'react'
import { getServices } from '../../bootstrap'
import { moveFocus } from '../../components/aria'
import { TermsBox } from '../../features/registration/terms-box'
import { useTermsTick } from '../../features/registration/use-terms-tick'
import { ContinueRide } from '../../features/ride/continue-ride'
import { useRide } from '../../features/ride/use-ride'
import { BikeCard } from '../../features/scan/bike-card'
import { useScan } from '../../features/scan/use-scan'
import { useSession } from '../../features/session/use-session'
import { useVisit } from '../../features/visit/use-visit'
import { t } from '../../messages'
import { tell } from '../../platform/dialogue'
import { openPage } from '../../platform/navigation'
import { scanCode } from '../../platform/scan-code'

const openRide = () => openPage('/pages/ride/index')

interface BikeSectionProps {
  /** Registration is open. */
  covered: boolean
  /** The terms are accepted, and the bike waits for the registration. */
  onRegister: () => void
}

/** From the scan to the ride, including the steps required in between. */
export function BikeSection({ covered, onRegister }: BikeSectionProps) {
  const user = useSession((state) => state.user)
  const phase = useSession((state) => state.phase)
  const signIn = useSession((state) => state.signIn)
  const entry = useVisit((state) => state.entry)
  const scan = useScan((state) => state.scan)
  const ride = useRide((state) => state.ride)
  const starting = useRide((state) => state.starting)
  const [askingTerms, setAskingTerms] = useState(false)
  const [ticked, setTicked] = useTermsTick(false)
  const [nudged, setNudged] = useState(false)

  if (ride !== null) return <ContinueRide ride={ride} onContinue={openRide} />

  const inHand = scan.kind === 'ready' ? { deviceCode: scan.code } : {}
  const { deviceCode: _arrivedWith, ...arrival } = entry
  const { bike } = decideEntry({ entry: { ...arrival, ...inHand }, user, invitationSeen: true })

  const start = async () => {
    const { ride, scan: scans } = getServices()
    if (scan.kind !== 'ready' || ride.getState().starting) return
    scans.getState().forgetFault()
    const { intentId } = scan.intent
    const fault = await ride.getState().start(intentId)
    if (fault === null) openRide()
    else scans.getState().refuse(intentId, fault)
  }
  const askForTick = () => {
    setAskingTerms(true)
    setNudged(true)
    void getServices().registration.getState().loadAgreements()
    tell(t('registration.tick_first'))
    moveFocus('agree')
  }
  const press = () => {
    const next = decideBikePress(bike, ticked)
    if (next === 'ride') void start()
    if (next === 'register') onRegister()
    if (next === 'ask-terms') askForTick()
  }
  const signInAndGoOn = async () => {
    await signIn()
    getServices().scan.getState().resume()
  }
  const scanNow = async () => {
    const scanned = await scanCode?.()
    if (scanned === undefined) return
    const { scan, visit } = getServices()
    if (scanned.deviceCode !== undefined) visit.getState().setEntry(scanned)
    scan.getState().take(scanned.deviceCode)
  }

  return (
    <BikeCard
      mayRide={Boolean(user?.riderId)}
      starting={starting || phase === 'starting'}
      onStart={press}
      onScan={scanCode && (() => void scanNow())}
      onSignIn={phase === 'signed-out' ? () => void signInAndGoOn() : undefined}
    >
      {phase !== 'signed-out' && askingTerms && bike === 'register' && !covered && (
        <TermsBox checked={ticked} nudged={nudged} onChange={setTicked} onNudged={() => setNudged(false)} />
      )}
    </BikeCard>
  )
}
