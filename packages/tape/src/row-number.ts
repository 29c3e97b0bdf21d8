import { itemAt } from '@almfes/engine';

/** Which row of the file each stored row was: kept as the places where the distance changes. */
export interface RowNumbers {
  /** Stored rows are counted from 0, rows of the file from 1; both only grow. */
  readonly add: (storedRow: number, rowOfFile: number) => void;
  readonly rowOfFile: (storedRow: number) => number;
  /** Undefined when the row of the file is not stored. */
  readonly storedRow: (rowOfFile: number) => number | undefined;
}

export function rowNumbers(): RowNumbers {
  const starts: number[] = [];
  const distances: number[] = [];
  /** The last place at or before which `reached` still holds. */
  const lastPlace = (reached: (place: number) => boolean): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (reached(middle)) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    add: (storedRow, rowOfFile) => {
      const distance = rowOfFile - storedRow;
      if (distances.length > 0 && distances[distances.length - 1] === distance) return;
      starts.push(storedRow);
      distances.push(distance);
    },
    rowOfFile: (storedRow) => {
      const place = lastPlace((each) => itemAt(starts, each) <= storedRow);
      return storedRow + itemAt(distances, place);
    },
    storedRow: (rowOfFile) => {
      if (starts.length === 0) return undefined;
      const place = lastPlace(
        (each) => itemAt(starts, each) + itemAt(distances, each) <= rowOfFile,
      );
      const stored = rowOfFile - itemAt(distances, place);
      const end = starts[place + 1] ?? Number.POSITIVE_INFINITY;
      return stored >= itemAt(starts, place) && stored < end ? stored : undefined;
    },
  };
}
