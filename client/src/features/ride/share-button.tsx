import { useShareAppMessage } from '@tarojs/taro'
import type { Ride } from '@trailpass/shared'
import { useEffect, useRef } from 'react'
import { Button } from '../../components/button'
import { tell } from '../../platform/dialogue'
import { sharing } from '../../platform/share'
import { cardTitle, cardWords, sharedPage } from './share-card'
import { rideWords } from './words'

/** Shares the ride to a chat, or shares a link in a browser. The page's menu shares the same card. */
export function ShareButton({ ride }: { ride: Ride }) {
  const picture = useRef<string>()
  // Drawn in advance, because a card must be ready when requested; changed figures redraw it.
  useEffect(() => {
    void sharing.drawCard?.(cardWords(ride)).then((path) => {
      picture.current = path
    })
  }, [ride])

  const title = cardTitle(ride)
  useShareAppMessage(() => ({
    title,
    path: `/${sharedPage}`,
    ...(picture.current && { imageUrl: picture.current }),
  }))

  const { shareLink } = sharing
  const giveLink = async () => {
    const outcome = await shareLink?.(title, sharedPage)
    if (outcome === 'copied') tell(rideWords('link_copied'), 'done')
    if (outcome === 'failed') tell(rideWords('link_failed'))
  }
  return (
    <Button id="share-ride" wide tone="quiet" {...(shareLink ? { onClick: giveLink } : { openType: 'share' })}>
      {rideWords('share')}
    </Button>
  )
}
