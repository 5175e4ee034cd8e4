export interface TextInputProps {
  id: string
  name: string
  className: string
  placeholder: string
  placeholderClass: string
  defaultValue?: string
  'aria-label': string
  'aria-invalid': 'true' | 'false'
}
