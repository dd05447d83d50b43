/** What became of a mail after a server took it. */
export interface Report {
  readonly type: 'bounced' | 'complained';
  /**
   * What the report names the mail by, the likeliest first: its id, its Message-ID with or without brackets, or
   * the id under which the transport took it.
   */
  readonly names: readonly string[];
  /** The address takes no mail and will take none: it gets none any more. Always so after a complaint. */
  readonly isPermanent: boolean;
  /** Short, such as `5.1.1`. It holds no address. */
  readonly reason: string | undefined;
}

/**
 * Enhanced status codes (RFC 3463) of an address that takes no mail, or of a domain that is not there. Others are
 * of the sender (5.1.7, 5.1.8, 5.7), of the mail (5.3.4, 5.6), or of a mailbox that is full (5.2.2), and pass.
 */
const OF_ADDRESS = /^5\.(0\.\d+|1\.(?![78]$)\d+|2\.1|4\.4|4\.310)$/;

/** Whether a status says that an address takes no mail and will take none. */
export const isOfAddress = (status: string): boolean => OF_ADDRESS.test(status);
