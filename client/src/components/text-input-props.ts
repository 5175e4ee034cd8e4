export interface TextInputProps {
  id: string
  name: string
  className: string
  placeholder: string
  placeholderClass: string
  defaultValue?: string
  onType: (text: string) => void
  'aria-label': string
  'aria-invalid': 'true' | 'false'
}
