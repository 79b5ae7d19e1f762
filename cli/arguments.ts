/** Arguments of `npm run extract`. */
export interface ExtractArguments {
  inputs: string[];
  out: string;
  region: string | null;
  /** Departments by the names that documents print for them. */
  aliases: ReadonlyMap<string, string>;
  json: boolean;
}

/** A call that the command line cannot take; its message says how to call it. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

export const EXTRACT_USAGE =
  '用法：npm run extract -- <文件或文件夹>… --out <输出文件夹> [--region 甘肃省临夏市] [--alias 印的名称=部门]… [--json]';

/** @throws WrongUsage where an option is unknown, lacks its value, or no input or --out is given */
export function parseExtractArguments(argv: readonly string[]): ExtractArguments {
  const aliases = new Map<string, string>();
  const parsed: ExtractArguments = { inputs: [], out: '', region: null, aliases, json: false };
  const values = [...argv];
  const valueOf = (option: string): string => {
    const value = values.shift();
    if (value === undefined || value.startsWith('--'))
      throw new WrongUsage(`${option} 缺少取值。${EXTRACT_USAGE}`);
    return value;
  };
  while (values.length > 0) {
    const word = values.shift()!;
    if (word === '--out') parsed.out = valueOf(word);
    else if (word === '--region') parsed.region = valueOf(word);
    else if (word === '--alias') {
      const [printed = '', department = ''] = valueOf(word)
        .split('=')
        .map((name) => name.trim());
      if (printed === '' || department === '')
        throw new WrongUsage(`--alias 应写作 印的名称=部门。${EXTRACT_USAGE}`);
      aliases.set(printed, department);
    } else if (word === '--json') parsed.json = true;
    else if (word.startsWith('-')) throw new WrongUsage(`不认识的选项 ${word}。${EXTRACT_USAGE}`);
    else parsed.inputs.push(word);
  }
  if (parsed.inputs.length === 0 || parsed.out === '') throw new WrongUsage(EXTRACT_USAGE);
  return parsed;
}
