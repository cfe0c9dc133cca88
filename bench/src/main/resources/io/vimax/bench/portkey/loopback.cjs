// The gateway listens on every address of the machine and has no setting for that. It passes requests on to loopback addresses, so
// while it is measured nobody else may reach it.
const { Server } = require('node:net');

const listen = Server.prototype.listen;
Server.prototype.listen = function (port, ...others) {
  const listeners = others.filter((each) => typeof each === 'function');
  return listen.call(this, { port, host: '127.0.0.1' }, ...listeners);
};
