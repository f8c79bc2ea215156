import { megabyte } from '../../src/domain';
import { writeSize } from '../../src/console/write-size';

test.each([
  [18_400 * megabyte, '18.0 GB'],
  [1_024 * megabyte, '1.0 GB'],
  [1_023 * megabyte, '1023 MB'],
  [1, '1 MB'],
])('%d bytes are %s: counted as disks are', (bytes, words) => {
  expect(writeSize(bytes)).toBe(words);
});
