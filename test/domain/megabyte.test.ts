import { megabyte, sizeWords } from '../../src/domain';

test.each([
  [0, '0 B'],
  [512, '512 B'],
  [1536, '1.5 kB'],
  [1_023 * megabyte, '1023 MB'],
  [1_024 * megabyte, '1 GB'],
  [18_400 * megabyte, '18 GB'],
  [18_300 * megabyte, '17.9 GB'],
  [400 * 1_024 * megabyte, '400 GB'],
])('%d bytes are %s: counted as disks are', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});
