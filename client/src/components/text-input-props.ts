export interface TextInputProps {
  id: string
  name: string
  className: string
  placeholder: string
  placeholderClass: string
  defaultValue?: string
  onType: (text: string) => void
  /** The platform has checked the input; it clears what does not pass. */
  onReview: (passed: boolean) => void
  'aria-label': string
  'aria-invalid': 'true' | 'false'
}
