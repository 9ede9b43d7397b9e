self.oninstall = () => self.skipWaiting();
self.onactivate = (event) => event.waitUntil(self.clients.claim());
self.onfetch = (event) => {
  if (event.request.url.endsWith('/made.jpg')) event.respondWith(fetch('service-worker/kitten-planks.jpg'));
};
