/** Khronos' glTF-Validator, as far as tests ask it; the package has no types. */
declare module 'gltf-validator' {
  export function validateBytes(
    bytes: Uint8Array,
    options?: { readonly ignoredIssues?: readonly string[] },
  ): Promise<{
    readonly issues: {
      readonly numErrors: number
      /** Severity: 0 error, 1 warning, 2 information, 3 hint. */
      readonly messages: readonly {
        readonly code: string
        readonly message: string
        readonly severity: number
        readonly pointer?: string
      }[]
    }
  }>
}
