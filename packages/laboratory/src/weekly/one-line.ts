import { issue, type Read, read } from '@almfes/engine';

/** Text without a line break: it becomes a subject, a heading or a link (WEEK-1, WEEK-8). */
export function oneLine(reader: Read<string>): Read<string> {
  return (value, path, issues) => {
    const text = reader(value, path, issues);
    if (text === undefined || !/[\n\r]/.test(text)) return text;
    issues.push(issue('lines', path, 'text in one line', read.describe(text)));
    return undefined;
  };
}
