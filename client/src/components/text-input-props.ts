export interface TextInputProps {
  id: string
  name: string
  className: string
  placeholder: string
  placeholderClass: string
  defaultValue?: string
  onType: (text: string) => void
  /** The platform has looked at what was typed; what it does not pass, it clears. */
  onReview: (passed: boolean) => void
  'aria-label': string
  'aria-invalid': 'true' | 'false'
}
