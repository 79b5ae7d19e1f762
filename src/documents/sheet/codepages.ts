/** Encodings that Excel 95 and older files name by the number of a Windows code page, by WHATWG's names. */
const NAMES: Record<number, string> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  10000: 'macintosh',
  54936: 'gb18030',
  65001: 'utf-8',
};

type Octets = string | readonly number[] | Uint8Array;

/** Bytes of a code page → text, by the platform's own decoders; an unknown page is read as Western. */
export function decodeCodepage(codepage: number | string, data: Octets): string {
  const number = Number(codepage);
  const western = number >= 1250 && number <= 1258 ? `windows-${number}` : 'windows-1252';
  const bytes =
    typeof data === 'string' ? Uint8Array.from(data, (char) => char.charCodeAt(0)) : Uint8Array.from(data);
  return new TextDecoder(NAMES[number] ?? western).decode(bytes);
}

/** What SheetJS asks of a table of code pages; its own is half a megabyte of what every platform has. */
export const CODEPAGES = {
  utils: {
    decode: decodeCodepage,
    hascp: () => true,
    encode(codepage: number | string, data: Octets): Octets {
      if (typeof data !== 'string' || Number(codepage) !== 28591) return data;
      return Uint8Array.from(data, (char) => char.charCodeAt(0) & 0xff);
    },
  },
};
