import { connect, type Socket } from 'node:net';

/** A connection on which bytes are sent as they are; what comes back is kept. */
export interface RawConnection {
  readonly socket: Socket;
  readonly heard: string[];
}

/** Opens a connection and sends bytes. */
export const say = async (url: string, bytes: string | Buffer): Promise<RawConnection> => {
  const { hostname, port } = new URL(url);
  const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
  const heard: string[] = [];
  socket.on('data', (part) => heard.push(part.toString('latin1'))).on('error', () => undefined);
  socket.on('end', () => socket.end());
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.write(bytes);
  return { socket, heard };
};

/** What came back once the other side has closed, or has said nothing for so long: the connection is then cut here. */
export const hear = ({ socket, heard }: RawConnection, silenceMs: number): Promise<RawAnswer> =>
  new Promise((resolve) => {
    const done = (closed: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ text: heard.join(''), closed });
    };
    const timer = setTimeout(() => done(false), silenceMs);
    socket.on('data', () => timer.refresh());
    if (socket.closed) done(true);
    else socket.once('close', () => done(true));
  });

/** All that a server said on one connection. */
export interface RawAnswer {
  readonly text: string;
  /** By the server: false when it was waiting for more. */
  readonly closed: boolean;
}

/** The statuses of the answers on one connection. */
export const statusesOf = (text: string): readonly number[] =>
  [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
