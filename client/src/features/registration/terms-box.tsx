import { FaultText } from '../../components/fault-text'
import { wordsFor } from '../../messages'
import { AgreementCheck } from './agreement-check'
import { useRegistration } from './use-registration'

/** The terms where registration is not open yet. */
export function TermsBox(box: Parameters<typeof AgreementCheck>[0]) {
  const fault = useRegistration((state) => (state.agreements === null ? state.fault : null))
  return fault === null ? <AgreementCheck {...box} /> : <FaultText id="terms-fault">{wordsFor(fault)}</FaultText>
}
