// The place on the page goes with the reader: a refresh alone would forget it.
if (location.hash) document.addEventListener('DOMContentLoaded', () => location.replace(document.getElementById('moved').href + location.hash));
