import { describe, expect, test } from 'vitest';
import { isImageFile, largerByHost } from './larger-hosts.ts';

const ROWS: readonly [host: string, shown: string, ...larger: readonly string[]][] = [
  [
    'Wikimedia',
    'https://upload.wikimedia.org/wikipedia/commons/thumb/4/4d/Cat_November_2010-1a.jpg/220px-Cat_November_2010-1a.jpg',
    'https://upload.wikimedia.org/wikipedia/commons/4/4d/Cat_November_2010-1a.jpg',
  ],
  ['Wikimedia, whole', 'https://upload.wikimedia.org/wikipedia/commons/4/4d/Cat_November_2010-1a.jpg'],
  [
    'Flickr',
    'https://live.staticflickr.com/65535/52345678901_0a1b2c3d4e_m.jpg',
    'https://live.staticflickr.com/65535/52345678901_0a1b2c3d4e_b.jpg',
    'https://live.staticflickr.com/65535/52345678901_0a1b2c3d4e_c.jpg',
  ],
  [
    'Flickr, medium',
    'https://farm9.static.flickr.com/8181/7954123456_0a1b2c3d4e.jpg',
    'https://farm9.static.flickr.com/8181/7954123456_0a1b2c3d4e_b.jpg',
    'https://farm9.static.flickr.com/8181/7954123456_0a1b2c3d4e_c.jpg',
  ],
  ['Flickr, large', 'https://live.staticflickr.com/65535/52345678901_0a1b2c3d4e_b.jpg'],
  [
    'Pinterest',
    'https://i.pinimg.com/236x/aa/bb/cc/aabbcc00112233.jpg',
    'https://i.pinimg.com/originals/aa/bb/cc/aabbcc00112233.jpg',
    'https://i.pinimg.com/736x/aa/bb/cc/aabbcc00112233.jpg',
  ],
  [
    'X',
    'https://pbs.twimg.com/media/FaBcDeFgHiJ?format=jpg&name=small',
    'https://pbs.twimg.com/media/FaBcDeFgHiJ?format=jpg&name=orig',
    'https://pbs.twimg.com/media/FaBcDeFgHiJ?format=jpg&name=4096x4096',
  ],
  ['X, older', 'https://pbs.twimg.com/media/AbCd.jpg:large', 'https://pbs.twimg.com/media/AbCd.jpg:orig'],
  [
    'X, profile',
    'https://pbs.twimg.com/profile_images/123/AbC_normal.jpg',
    'https://pbs.twimg.com/profile_images/123/AbC.jpg',
  ],
  [
    'Google',
    'https://lh3.googleusercontent.com/AbC-123_x=w240-h180-n',
    'https://lh3.googleusercontent.com/AbC-123_x=s0',
  ],
  ['Blogger', 'https://1.bp.blogspot.com/-a/b/c/d/s320/cat.jpg', 'https://1.bp.blogspot.com/-a/b/c/d/s0/cat.jpg'],
  [
    'YouTube',
    'https://i.ytimg.com/vi/dQw4w9WgXcQ/hqdefault.jpg',
    'https://i.ytimg.com/vi/dQw4w9WgXcQ/maxresdefault.jpg',
  ],
  [
    'Tumblr',
    'https://64.media.tumblr.com/0a1b/tumblr_abc_500.jpg',
    'https://64.media.tumblr.com/0a1b/tumblr_abc_1280.jpg',
  ],
  ['Imgur', 'https://i.imgur.com/AbCdEfGm.jpg', 'https://i.imgur.com/AbCdEfG.jpg'],
  ['Imgur, whole', 'https://i.imgur.com/AbCdEfG.jpg'],
  [
    'Reddit',
    'https://preview.redd.it/my-cat-v0-abc123.jpg?width=640&crop=smart&auto=webp&s=0a1b',
    'https://i.redd.it/abc123.jpg',
  ],
  [
    'Shopify',
    'https://cdn.shopify.com/s/files/1/0001/products/mug_200x200_crop_center@2x.jpg?v=1',
    'https://cdn.shopify.com/s/files/1/0001/products/mug.jpg?v=1',
  ],
  [
    'Shopify, asked',
    'https://shop.test/cdn/shop/files/mug.jpg?v=1&width=200',
    'https://shop.test/cdn/shop/files/mug.jpg?v=1',
  ],
  [
    'Amazon',
    'https://m.media-amazon.com/images/I/71AbC+dEfL._AC_SX300_SY300_QL70_.jpg',
    'https://m.media-amazon.com/images/I/71AbC+dEfL.jpg',
  ],
  ['eBay', 'https://i.ebayimg.com/images/g/AbC/s-l300.jpg', 'https://i.ebayimg.com/images/g/AbC/s-l1600.jpg'],
  ['AliExpress', 'https://ae01.alicdn.com/kf/AbC.jpg_220x220.jpg', 'https://ae01.alicdn.com/kf/AbC.jpg'],
  ['Medium', 'https://miro.medium.com/v2/resize:fit:700/1*AbC.jpeg', 'https://miro.medium.com/v2/1*AbC.jpeg'],
  [
    'Cloudinary',
    'https://res.cloudinary.com/demo/image/upload/w_300,c_fill/q_auto/v123/cat.jpg',
    'https://res.cloudinary.com/demo/image/upload/v123/cat.jpg',
  ],
  ['Cloudflare', 'https://a.test/cdn-cgi/image/width=80,quality=75/img/cat.jpg', 'https://a.test/img/cat.jpg'],
  ['Jetpack', 'https://i0.wp.com/blog.test/photos/cat.jpg?resize=300%2C200&ssl=1', 'https://blog.test/photos/cat.jpg'],
  [
    'WordPress',
    'https://blog.test/wp-content/uploads/2024/05/cat-300x200.jpg',
    'https://blog.test/wp-content/uploads/2024/05/cat.jpg',
  ],
  [
    'WordPress.com',
    'https://blog.files.wordpress.com/2024/05/cat.jpg?w=300',
    'https://blog.files.wordpress.com/2024/05/cat.jpg',
  ],
  [
    'Unsplash',
    'https://images.unsplash.com/photo-123?ixlib=rb-4&w=400&q=80&fit=crop',
    'https://images.unsplash.com/photo-123?ixlib=rb-4',
  ],
  ['imgix, signed', 'https://site.imgix.net/cat.jpg?w=400&s=0a1b'],
  ['Next.js', 'https://site.test/_next/image?url=%2Fstatic%2Fcat.jpg&w=640&q=75', 'https://site.test/static/cat.jpg'],
  [
    'Next.js, elsewhere',
    'https://site.test/_next/image?url=https%3A%2F%2Fcdn.test%2Fcat.jpg&w=640',
    'https://cdn.test/cat.jpg',
  ],
  ['a script', 'https://site.test/_next/image?url=javascript%3Aalert(1)&w=640'],
  ['another host without its scheme', 'https://site.test/_next/image?url=%2F%2Fevil.test%2Fcat.jpg&w=640'],
  ['half an escape', 'https://site.test/_next/image?url=%E0%A4%A&w=640'],
  ['any other', 'https://site.test/photos/cat-300x200.jpg'],
  ['no web address', 'data:image/png;base64,AAAA'],
  ['one that is too long', `https://i.imgur.com/AbCdEfGm.jpg?${'a'.repeat(5_000)}`],
];

describe('a larger version by the host’s names', () => {
  test.each(ROWS)('%s: %s', (_host, shown, ...larger) => expect(largerByHost(shown)).toEqual(larger));

  test('no address takes long', () => {
    const begun = performance.now();
    for (const part of ['a/', 'w_1/', '-1x1', '_.', '?url=', 'a_b,'])
      largerByHost(`https://res.cloudinary.com/uploads/image/upload/${part.repeat(1_000)}`.slice(0, 4_000));
    expect(performance.now() - begun).toBeLessThan(500);
  });
});

test.each([
  ['https://a.test/cat.jpg', true],
  ['https://a.test/cat.JPEG?x=1#y', true],
  ['https://a.test/File:cat.svg', true],
  ['https://a.test/media/x?format=png&name=orig', true],
  ['https://a.test/cat.jpg.html', false],
  ['https://a.test/page?image=cat.jpg', false],
  ['https://cat.jpg/', false],
  ['javascript:alert(1)//cat.jpg', false],
  ['data:image/png,cat.jpg', false],
])('an image file by its name, %s: %s', (url, is) => expect(isImageFile(url)).toBe(is));
