import { itemAt } from '@almfes/engine';

const REVERSED_POLYNOMIAL = 0xedb88320;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ REVERSED_POLYNOMIAL : remainder >>> 1;
  }
  return remainder;
});

/** The check sum of a zip entry (CRC-32 of ISO 3309), unsigned. */
export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (let at = 0; at < bytes.length; at += 1) {
    sum = itemAt(TABLE, (sum ^ itemAt(bytes, at)) & 0xff) ^ (sum >>> 8);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
