document.title = 'popup';

export {};
