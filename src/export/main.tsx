document.title = 'export';

export {};
