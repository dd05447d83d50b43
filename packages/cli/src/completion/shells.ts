/** Shells that complete `kopru`. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
