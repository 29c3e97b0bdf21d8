import { itemAt } from '@almfes/engine';

/** Which row of the file each stored row was: kept as the places where the distance changes. */
export interface RowNumbers {
  /** Stored rows are counted from 0, rows of the file from 1; both only grow. */
  readonly add: (storedRow: number, rowOfFile: number) => void;
  readonly rowOfFile: (storedRow: number) => number;
}

export function rowNumbers(): RowNumbers {
  const starts: number[] = [];
  const distances: number[] = [];
  return {
    add: (storedRow, rowOfFile) => {
      const distance = rowOfFile - storedRow;
      if (distances.length > 0 && distances[distances.length - 1] === distance) return;
      starts.push(storedRow);
      distances.push(distance);
    },
    rowOfFile: (storedRow) => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (itemAt(starts, middle) <= storedRow) low = middle;
        else high = middle - 1;
      }
      return storedRow + itemAt(distances, low);
    },
  };
}
