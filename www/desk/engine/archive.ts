// What both ends know of archives.

/** As much as a result may hold; one byte more is there for the crate to refuse. */
export const MOST_BYTES = 2 * 1024 * 1024 + 256 * 1024 + 1;

/** A ZIP begins with its first file, or with its end. */
export const isArchive = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));
