// A spreadsheet of somebody's filled with answers. It is read once more, so that no cell of another file is written.
import { fault } from "./fault.js";
import { filled, proposed, wholeText } from "./guarded.js";
import { plain } from "./plain.js";
import { MOST_BYTES, readSheets, SheetError } from "./sheets.js";
import { textFile } from "./text_file.js";

export async function fill(bytes, proposal, assessment, options) {
  const given = proposed(proposal);
  const encoding = encodingOf(options);
  const file = copied(bytes);
  // As it is now: what is done to it while the file is read comes too late.
  const text = wholeText(assessment);
  const { sheets } = await readSheets(file, encoding === undefined ? {} : { encoding });
  const isWorkbook = file[0] === 0x50 && file[1] === 0x4b && file[2] < 9;
  compare(given[0], sheets, isWorkbook);
  if (isWorkbook) return filled(text, given, file);
  const written = textFile(file, encoding);
  const made = filled(text, given, file.subarray(written.mark), written);
  // The mark stays.
  const whole = new Uint8Array(written.mark + made.bytes.length);
  whole.set(file.subarray(0, written.mark));
  whole.set(made.bytes, written.mark);
  return { ...made, bytes: whole };
}

function encodingOf(options) {
  const [given] = plain([options ?? {}]);
  if (typeof given !== "object") throw fault("wrong-type", "options", "expected an object");
  const { encoding } = given;
  if (encoding !== undefined && typeof encoding !== "string")
    throw fault("wrong-type", "options.encoding", "expected the name of an encoding");
  return encoding;
}

function copied(bytes) {
  let view;
  try {
    if (ArrayBuffer.isView(bytes)) view = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    else if (bytes instanceof ArrayBuffer) view = new Uint8Array(bytes);
  } catch (cause) {
    throw fault("unreadable", "bytes", "what was given could not be read", cause);
  }
  if (view === undefined) throw fault("wrong-type", "bytes", "expected the bytes of a file, as an array of bytes");
  if (view.length > MOST_BYTES) throw new SheetError("too-large");
  return view.slice();
}

/** Whether the file still says what was proposed: the first place that does not is named. */
function compare(wanted, found, isWorkbook) {
  if (!isWorkbook && wanted.length !== 1) throw other("sheets", "a text has one sheet");
  for (const [at, { name, rows }] of wanted.entries()) {
    // A text's sheet is named after its file.
    const sheet = isWorkbook ? found.find((one) => one.name === name) : found[0];
    if (sheet === undefined) throw other(`sheets[${at}]`, `the file has no sheet ${JSON.stringify(name)}`);
    const length = Math.max(rows.length, sheet.rows.length);
    for (let row = 0; row < length; row += 1)
      if (!isSame(rows[row] ?? [], sheet.rows[row] ?? []))
        throw other(`sheets[${at}].rows[${row}]`, "the file says something else there");
  }
}

function isSame(one, other) {
  const length = Math.max(one.length, other.length);
  for (let column = 0; column < length; column += 1) {
    const [cell, found] = [one[column] ?? "", other[column] ?? ""];
    if (cell !== found && (cell.trim() !== "" || found.trim() !== "")) return false;
  }
  return true;
}

const other = (subject, why) =>
  fault("wrong-format", subject, `expected the very file that the proposal was made of: ${why}`);
