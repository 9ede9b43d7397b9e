document.title = 'options';

export {};
